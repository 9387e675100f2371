package main

import (
	"fmt"

	"go.temporal.io/server/common/config"
	_ "go.temporal.io/server/common/persistence/sql/sqlplugin/postgresql" // registers the plugin named below
	"go.temporal.io/server/tools/common/schema"
	sqltool "go.temporal.io/server/tools/sql"
)

const postgresPlugin = "postgres12_pgx"

// updateTables brings one PostgreSQL database to this server's version of Temporal's tables, from nothing or from an earlier version.
func updateTables(database *config.SQL, tables string) error {
	connection, err := sqltool.NewConnection(database, quiet())
	if err != nil {
		return fmt.Errorf("PostgreSQL database %s at %s does not answer: %w", database.DatabaseName, database.ConnectAddr, err)
	}
	defer connection.Close()
	if _, err := connection.ReadSchemaVersion(); err != nil {
		begin := &schema.SetupConfig{InitialVersion: "0.0"}
		if err := schema.NewSetupSchemaTask(connection, begin, quiet()).Run(); err != nil {
			return fmt.Errorf("PostgreSQL database %s cannot hold Temporal's tables: %w", database.DatabaseName, err)
		}
	}
	update := &schema.UpdateConfig{SchemaName: tables}
	if err := schema.NewUpdateSchemaTask(connection, update, quiet()).Run(); err != nil {
		return fmt.Errorf("Temporal's tables in PostgreSQL database %s cannot be brought up to date: %w", database.DatabaseName, err)
	}
	return nil
}
