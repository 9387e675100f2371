package main

import (
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"
)

const passwordVariable = "TEMPORAL_POSTGRES_PASSWORD"

type flags struct {
	port          int
	uiPort        int
	sqlite        string
	postgres      *postgresAddress
	namespace     string
	retention     time.Duration
	shards        int
	logLevel      string
	stopWithStdin bool
	version       bool
}

type postgresAddress struct{ host, user, password, database, visibility string }

func readFlags(arguments []string) (flags, error) {
	var chosen flags
	set := flag.NewFlagSet("duly-temporal", flag.ContinueOnError)
	set.IntVar(&chosen.port, "port", 7233, "port of the frontend, on 127.0.0.1")
	set.IntVar(&chosen.uiPort, "ui-port", 0, "port of the web pages, on 127.0.0.1; 0 leaves them out")
	set.StringVar(&chosen.sqlite, "sqlite", "", "file to keep everything in; without it, and without -postgres, everything is in memory and gone at the end")
	postgres := set.String("postgres", "", "postgres://user@host:port/database?visibility=database to keep everything in; the password comes from "+passwordVariable)
	set.StringVar(&chosen.namespace, "namespace", "default", "namespace to create where it is missing")
	days := set.Int("retention-days", 3650, "days a closed history is kept in that namespace; an existing namespace keeps its own")
	set.IntVar(&chosen.shards, "shards", 4, "history shards; a store keeps the number it was made with")
	set.StringVar(&chosen.logLevel, "log-level", "error", "debug, info, warn or error")
	set.BoolVar(&chosen.stopWithStdin, "stop-with-stdin", false, "stop when standard input closes, so that the server ends with the process that started it, however that ended")
	set.BoolVar(&chosen.version, "version", false, "print the version of the Temporal server and end")
	if err := set.Parse(arguments); err != nil {
		return chosen, err
	}
	chosen.retention = time.Duration(*days) * 24 * time.Hour
	if *postgres == "" {
		return chosen, nil
	}
	if chosen.sqlite != "" {
		return chosen, errors.New("-sqlite and -postgres exclude each other: give one")
	}
	address, err := readPostgresAddress(*postgres)
	chosen.postgres = address
	return chosen, err
}

func readPostgresAddress(written string) (*postgresAddress, error) {
	parsed, err := url.Parse(written)
	if err != nil || parsed.Host == "" || parsed.User.Username() == "" {
		return nil, errors.New("-postgres must look like postgres://user@host:port/database?visibility=database")
	}
	if _, given := parsed.User.Password(); given {
		return nil, fmt.Errorf("-postgres must not carry a password, which other users could read: set %s", passwordVariable)
	}
	address := &postgresAddress{
		host:       parsed.Host,
		user:       parsed.User.Username(),
		password:   os.Getenv(passwordVariable),
		database:   strings.TrimPrefix(parsed.Path, "/"),
		visibility: parsed.Query().Get("visibility"),
	}
	if address.database == "" || address.visibility == "" || address.database == address.visibility {
		return nil, errors.New("-postgres must name two databases: postgres://user@host:port/database?visibility=other")
	}
	return address, nil
}
