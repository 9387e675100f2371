package main

import (
	"github.com/temporalio/ui-server/v2/server"
	"github.com/temporalio/ui-server/v2/server/config"
	"github.com/temporalio/ui-server/v2/server/server_options"
)

// pages are Temporal's own web pages, for looking into histories.
type pages struct{ server *server.Server }

func startPages(chosen flags) pages {
	if chosen.uiPort == 0 {
		return pages{}
	}
	made := server.NewServer(server_options.WithConfigProvider(&config.Config{
		Host:                "127.0.0.1",
		Port:                chosen.uiPort,
		TemporalGRPCAddress: loopback(chosen.port),
		EnableUI:            true,
		HideLogs:            true,
		DisableNewsFetch:    true,
		CORS:                config.CORS{CookieInsecure: true}, // plain http on the loopback address
	}))
	go func() { _ = made.Start() }()
	return pages{made}
}

func (shown pages) stop() {
	if shown.server != nil {
		shown.server.Stop()
	}
}
