package main

import (
	"io"
	"os"
	"os/signal"
	"syscall"
)

// untilToldToStop says why to stop, once: a signal, or the end of standard input, which closes when our parent is gone.
func untilToldToStop(withStdin bool) <-chan string {
	why := make(chan string, 2)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() { why <- "told by signal " + (<-signals).String() }()
	if withStdin {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin)
			why <- "standard input closed"
		}()
	}
	return why
}
