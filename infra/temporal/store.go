package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	sqliteschema "go.temporal.io/server/schema/sqlite"
	"google.golang.org/protobuf/types/known/durationpb"
)

const clusterName = "active"

// store is where histories and the list of workflows are kept; with SQLite both are one database.
type store struct{ histories, visibility config.SQL }

func openStore(chosen flags) (store, error) {
	var opened store
	var err error
	switch {
	case chosen.postgres != nil:
		opened, err = openPostgres(chosen.postgres)
	case chosen.sqlite != "":
		opened, err = openFile(chosen.sqlite)
	default:
		opened = openMemory()
	}
	if err != nil {
		return opened, err
	}
	return opened, createNamespace(opened, chosen.namespace, chosen.retention)
}

func openMemory() store {
	memory := config.SQL{
		PluginName:        sqlite.PluginName,
		DatabaseName:      "duly",
		ConnectAttributes: map[string]string{"mode": "memory", "cache": "shared"},
	}
	return store{memory, memory}
}

func openFile(path string) (store, error) {
	file := config.SQL{
		PluginName:        sqlite.PluginName,
		DatabaseName:      path,
		ConnectAttributes: map[string]string{"mode": "rwc"},
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return store{}, fmt.Errorf("the folder of %s cannot be made: %w", path, err)
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		if err := sqliteschema.SetupSchema(&file); err != nil {
			return store{}, fmt.Errorf("%s cannot be filled with Temporal's tables: %w", path, err)
		}
	}
	return store{file, file}, nil
}

func openPostgres(address *postgresAddress) (store, error) {
	connection := func(database string, connections int) config.SQL {
		return config.SQL{
			PluginName:      postgresPlugin,
			ConnectProtocol: "tcp",
			ConnectAddr:     address.host,
			User:            address.user,
			Password:        address.password,
			DatabaseName:    database,
			MaxConns:        connections,
			MaxIdleConns:    connections,
			MaxConnLifetime: time.Hour,
		}
	}
	opened := store{connection(address.database, 20), connection(address.visibility, 10)}
	if err := updateTables(&opened.histories, "postgresql/v12/temporal"); err != nil {
		return store{}, err
	}
	return opened, updateTables(&opened.visibility, "postgresql/v12/visibility")
}

// createNamespace writes the namespace before the server starts, so that it is there at the first call. Despite
// its package the function serves every SQL store. The server's own default would drop closed histories after a day.
func createNamespace(opened store, name string, retention time.Duration) error {
	namespace, err := sqliteschema.NewNamespaceConfig(clusterName, name, false, nil)
	if err != nil {
		return fmt.Errorf("the namespace %s cannot be described: %w", name, err)
	}
	namespace.Detail.Config.Retention = durationpb.New(retention)
	if err := sqliteschema.CreateNamespaces(&opened.histories, namespace); err != nil {
		return fmt.Errorf("the namespace %s cannot be created: %w", name, err)
	}
	return nil
}

// quiet drops what Temporal's own tools would log while tables are made: our errors say it in words.
func quiet() log.Logger { return log.NewNoopLogger() }
