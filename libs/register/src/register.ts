import { applicationRole, Database } from '@duly/postgres';
import { acceptRequest, type AcceptedRequest, type RequestToAccept } from './accept-request.js';
import { addRight, type AddedRight, type RightToAdd } from './add-right.js';
import { AssignmentRules } from './assignment.js';
import { appendAudit, auditOf, type AuditEntry, type RecordedAuditEntry } from './audit.js';
import { Calendars } from './calendars.js';
import { Cases } from './cases.js';
import { Documents } from './collecting/documents.js';
import { SourceAsks } from './collecting/source-asks.js';
import { Sources } from './collecting/sources.js';
import { Digests } from './digests.js';
import { Feeds } from './feeds.js';
import { Figures } from './figures.js';
import { HookLog } from './hooks/hook-log.js';
import { HookPost } from './hooks/hook-post.js';
import { Hooks } from './hooks/hooks.js';
import { Idempotency, type IdempotencyClaim } from './idempotency.js';
import { Intake } from './intake.js';
import { LetterSends } from './letter-sends.js';
import { Letters } from './letters.js';
import { Paper } from './paper.js';
import { Links } from './links.js';
import { LookAlikes } from './look-alikes.js';
import { Alarms } from './proof/alarms.js';
import { AuditHeads } from './proof/audit-heads.js';
import { AuditTree } from './proof/audit-tree.js';
import { CaseEntries } from './proof/case-entries.js';
import { HistoryRuns } from './proof/history-runs.js';
import { processStarted, type ProcessStart } from './proof/process-starts.js';
import { WorkflowBundles } from './proof/workflow-bundles.js';
import { MailReports } from './mail-reports.js';
import { namePeople, type PeopleToName } from './name-people.js';
import { RequestCommands } from './request-commands.js';
import { Certificates } from './retention/certificate.js';
import { Disclosing } from './disclosing/disclosing.js';
import { Erasures } from './retention/erasures.js';
import { Retention } from './retention/retention.js';
import { RetentionWarnings } from './retention/retention-warnings.js';
import { drawSample, type Sample, type SampleAsked } from './sampling.js';
import { Schedules } from './schedules.js';
import { Staff } from './staff.js';
import { StaffLetters } from './staff-letters.js';
import { Statistics } from './statistics.js';
import { Suppressions } from './suppressions.js';
import { Tasks } from './tasks.js';
import type { Transferring } from './transferring/transferring.js';

export interface RegisterOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Shown by `pg_stat_activity`. */
  readonly application: string;
}

/** The read model and what the API and the worker keep beside it, in one database. */
export class Register {
  readonly assignmentRules: AssignmentRules;
  readonly alarms: Alarms;
  readonly auditTree: AuditTree;
  readonly auditHeads: AuditHeads;
  readonly caseEntries: CaseEntries;
  readonly workflowBundles: WorkflowBundles;
  readonly historyRuns: HistoryRuns;
  readonly calendars: Calendars;
  readonly cases: Cases;
  readonly tasks: Tasks;
  readonly letters: Letters;
  readonly paper: Paper;
  readonly letterSends: LetterSends;
  readonly mailReports: MailReports;
  readonly staff: Staff;
  readonly staffLetters: StaffLetters;
  readonly idempotency: Idempotency;
  readonly intake: Intake;
  readonly requestCommands: RequestCommands;
  readonly statistics: Statistics;
  readonly suppressions: Suppressions;
  readonly links: Links;
  readonly lookAlikes: LookAlikes;
  readonly figures: Figures;
  readonly schedules: Schedules;
  readonly digests: Digests;
  readonly feeds: Feeds;
  readonly disclosing: Disclosing;
  readonly hooks: Hooks;
  readonly hookPost: HookPost;
  readonly hookLog: HookLog;
  readonly sources: Sources;
  readonly sourceAsks: SourceAsks;
  readonly documents: Documents;
  readonly retention: Retention;
  readonly retentionWarnings: RetentionWarnings;
  readonly erasures: Erasures;
  readonly certificates: Certificates;

  /** @param database also given to the vault, whose people and words lie in the same database */
  constructor(readonly database: Database) {
    this.assignmentRules = new AssignmentRules(database);
    this.alarms = new Alarms(database);
    this.auditTree = new AuditTree(database);
    this.auditHeads = new AuditHeads(database, this.auditTree);
    this.caseEntries = new CaseEntries(database);
    this.workflowBundles = new WorkflowBundles(database);
    this.historyRuns = new HistoryRuns(database);
    this.calendars = new Calendars(database);
    this.cases = new Cases(database);
    this.tasks = new Tasks(database);
    this.letters = new Letters(database);
    this.paper = new Paper(database);
    this.letterSends = new LetterSends(database);
    this.mailReports = new MailReports(database);
    this.staff = new Staff(database);
    this.staffLetters = new StaffLetters(database);
    this.idempotency = new Idempotency(database);
    this.intake = new Intake(database);
    this.requestCommands = new RequestCommands(database);
    this.statistics = new Statistics(database);
    this.suppressions = new Suppressions(database);
    this.links = new Links(database);
    this.lookAlikes = new LookAlikes(database);
    this.figures = new Figures(database);
    this.schedules = new Schedules(database);
    this.digests = new Digests(database);
    this.feeds = new Feeds(database);
    this.disclosing = new Disclosing(database);
    this.hooks = new Hooks(database);
    this.hookPost = new HookPost(database);
    this.hookLog = new HookLog(database);
    this.sources = new Sources(database);
    this.sourceAsks = new SourceAsks(database);
    this.documents = new Documents(database);
    this.retention = new Retention(database);
    this.retentionWarnings = new RetentionWarnings(database);
    this.erasures = new Erasures(database, this.retention);
    this.certificates = new Certificates(database);
  }

  /** Opens it with the least rights. @throws DatabaseError when PostgreSQL does not answer */
  static async open(options: RegisterOptions): Promise<Register> {
    return new Register(await Database.open({ ...options, role: applicationRole }));
  }

  get transferring(): Transferring {
    return this.disclosing.transferring;
  }

  /** See `acceptRequest`. */
  accept(request: RequestToAccept, claim?: IdempotencyClaim): Promise<AcceptedRequest> {
    return acceptRequest(this.database, request, claim);
  }

  /** See `addRight`. */
  addRight(right: RightToAdd, claim?: IdempotencyClaim): Promise<AddedRight> {
    return addRight(this.database, right, claim);
  }

  /** See `namePeople`. */
  namePeople(people: PeopleToName, claim?: IdempotencyClaim): Promise<void> {
    return namePeople(this.database, people, claim);
  }

  /** Records what no event of a case tells: a refused command, a sign-in that was turned away, a page that was read. */
  record(entry: AuditEntry): Promise<void> {
    return appendAudit(this.database, [entry]);
  }

  /** See `drawSample`. */
  sample(asked: SampleAsked): Promise<Sample> {
    return drawSample(this.database, asked);
  }

  /** See `processStarted`. */
  processStarted(start: ProcessStart): Promise<void> {
    return processStarted(this.database, start);
  }

  audit(requestId: string, after?: number, limit?: number): Promise<readonly RecordedAuditEntry[]> {
    return auditOf(this.database, requestId, after, limit);
  }

  /** Whether PostgreSQL answers. */
  async isReady(): Promise<boolean> {
    try {
      await this.database.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
