// Command duly-temporal is a whole Temporal server in one process, for a developer's machine and for specs.
//
// It listens on the loopback address only and never asks who is calling: it is not for production.
// Time skipping per workflow is on, so that a month of a case's life passes in a second.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"go.temporal.io/server/common/headers"
)

func main() {
	chosen, err := readFlags(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err == nil && chosen.version {
		fmt.Println(headers.ServerVersion)
		return
	}
	if err == nil {
		err = serve(chosen)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "duly-temporal:", err)
		os.Exit(1)
	}
}

// serve runs until it is told to stop, and stops in order.
func serve(chosen flags) error {
	stop := untilToldToStop(chosen.stopWithStdin)
	store, err := openStore(chosen)
	if err != nil {
		return err
	}
	ports, err := choosePorts(chosen)
	if err != nil {
		return err
	}
	server, err := newServer(chosen, store, ports)
	if err != nil {
		return fmt.Errorf("the server cannot be set up: %w", err)
	}
	if err := server.Start(); err != nil {
		return fmt.Errorf("the server did not start: %w", err)
	}
	pages := startPages(chosen)
	fmt.Printf("ready on %s, Temporal %s\n", loopback(chosen.port), headers.ServerVersion)

	fmt.Println("stopping:", <-stop)
	pages.stop()
	return server.Stop()
}
