package main

import (
	"time"

	"go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/dynamicconfig"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/membership/static"
	"go.temporal.io/server/common/primitives"
	"go.temporal.io/server/temporal"
)

func newServer(chosen flags, store store, ports ports) (temporal.Server, error) {
	return temporal.NewServer(
		temporal.WithConfig(newConfig(chosen, store, ports)),
		temporal.ForServices(temporal.DefaultServices),
		temporal.WithStaticHosts(hosts(ports)),
		temporal.WithLogger(log.NewZapLogger(log.BuildZapLogger(log.Config{Level: chosen.logLevel}))),
		temporal.WithDynamicConfigClient(dynamicconfig.StaticClient{
			dynamicconfig.MakeKey("frontend.WorkflowTimeSkippingEnabled"): true,
			// Specs and auditors list workflows far more often than the ten times a second a shared cluster allows.
			dynamicconfig.MakeKey("frontend.namespaceRPS.visibility"): 1000,
		}),
	)
}

func newConfig(chosen flags, store store, ports ports) *config.Config {
	made := &config.Config{}
	made.Global.Membership.MaxJoinDuration = 30 * time.Second
	made.Global.Membership.BroadcastAddress = "127.0.0.1"
	made.Persistence.DefaultStore = "histories"
	made.Persistence.VisibilityStore = "visibility"
	made.Persistence.NumHistoryShards = int32(chosen.shards)
	made.Persistence.DataStores = map[string]config.DataStore{
		"histories":  {SQL: &store.histories},
		"visibility": {SQL: &store.visibility},
	}
	made.ClusterMetadata = &cluster.Config{
		FailoverVersionIncrement: 10,
		MasterClusterName:        clusterName,
		CurrentClusterName:       clusterName,
		ClusterInformation: map[string]cluster.ClusterInformation{clusterName: {
			Enabled:                true,
			InitialFailoverVersion: 1,
			RPCAddress:             loopback(ports.frontend),
			ClusterID:              "00000000-0000-4000-8000-000000000001",
		}},
	}
	made.DCRedirectionPolicy.Policy = "noop"
	made.Services = services(ports)
	made.Archival.History.State = "disabled"
	made.Archival.Visibility.State = "disabled"
	made.NamespaceDefaults.Archival.History.State = "disabled"
	made.NamespaceDefaults.Archival.Visibility.State = "disabled"
	made.PublicClient.HostPort = loopback(ports.frontend)
	return made
}

func byService(ports ports) map[primitives.ServiceName]int {
	return map[primitives.ServiceName]int{
		primitives.FrontendService: ports.frontend,
		primitives.HistoryService:  ports.history,
		primitives.MatchingService: ports.matching,
		primitives.WorkerService:   ports.worker,
	}
}

func services(ports ports) map[string]config.Service {
	made := map[string]config.Service{}
	for name, port := range byService(ports) {
		var service config.Service
		service.RPC.GRPCPort = port
		service.RPC.BindOnIP = "127.0.0.1"
		if name == primitives.FrontendService {
			service.RPC.HTTPPort = ports.http
		}
		made[string(name)] = service
	}
	return made
}

func hosts(ports ports) map[primitives.ServiceName]static.Hosts {
	made := map[primitives.ServiceName]static.Hosts{}
	for name, port := range byService(ports) {
		made[name] = static.SingleLocalHost(loopback(port))
	}
	return made
}
