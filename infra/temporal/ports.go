package main

import (
	"fmt"
	"net"
)

type ports struct{ frontend, history, matching, worker, http int }

func loopback(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }

// choosePorts takes free ports for the services that only talk to each other. All are held until all are
// chosen, so that no port is given twice.
func choosePorts(chosen flags) (ports, error) {
	for _, wanted := range []int{chosen.port, chosen.uiPort} {
		if wanted == 0 {
			continue
		}
		listener, err := net.Listen("tcp", loopback(wanted))
		if err != nil {
			return ports{}, fmt.Errorf("port %d is taken: stop what listens there, or choose another with -port or -ui-port", wanted)
		}
		_ = listener.Close()
	}
	var free [4]int
	for place := range free {
		listener, err := net.Listen("tcp", loopback(0))
		if err != nil {
			return ports{}, fmt.Errorf("no free port on 127.0.0.1: %w", err)
		}
		defer func() { _ = listener.Close() }()
		free[place] = listener.Addr().(*net.TCPAddr).Port
	}
	return ports{frontend: chosen.port, history: free[0], matching: free[1], worker: free[2], http: free[3]}, nil
}
