/** The role the applications work as in the database of requests: less than the tables' owner may do. */
export const applicationRole = 'duly_application';

/** SQL that makes a role nobody signs in as, where it is missing, and lets whoever migrates take it. Roles belong to the whole server, so another database may have made it. */
export const roleMade = (role: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
      CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  DO $$
  DECLARE
    -- Since PostgreSQL 16 whoever makes a role is a member of it, and still may not work as it until that is granted.
    wanted text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  BEGIN
    IF NOT pg_has_role(current_user, '${role}', wanted) THEN EXECUTE format('GRANT ${role} TO %I', current_user); END IF;
  END $$;`;
