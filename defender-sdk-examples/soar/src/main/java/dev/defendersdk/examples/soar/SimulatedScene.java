package dev.defendersdk.examples.soar;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.response.WishOptions;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A tenant in which a playbook meets what it will meet one day: a user on eight machines, of which
 * one is off, one comes back, one takes no action, and for another the answer is lost after the
 * service has acted. Actions take seconds here, not minutes.
 */
final class SimulatedScene {

  private static final String USER = "j.doe";

  private SimulatedScene() {}

  static SimulatedTenant tenant(TimeSource time) {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .seed(4711)
            .machines(40) // of other users: they are left alone
            .machine(windows("pc-1"))
            .machine(windows("pc-2"))
            .machine(windows("pc-3"))
            .machine(windows("pc-4"))
            .machine(NewMachine.named("srv-1.contoso.com").with("osPlatform", "WindowsServer2022"))
            .machine(windows("laptop-returns").reach(Reach.offlineUntil(time.now().plusSeconds(6))))
            .machine(windows("laptop-off").reach(Reach.offlineForever()))
            .machine(
                NewMachine.named("web-1.contoso.com")
                    .with("osPlatform", "Linux")
                    .reach(Reach.unsupportedPlatform()))
            .logOn(
                USER,
                "pc-1.contoso.com",
                "pc-2.contoso.com",
                "pc-3.contoso.com",
                "pc-4.contoso.com",
                "srv-1.contoso.com",
                "laptop-returns.contoso.com",
                "laptop-off.contoso.com",
                "web-1.contoso.com")
            .fault("machines.isolate", Occurrence.nth(3), Fault.resetAfter())
            .build();
    tenant.actions().startsAfter(Duration.ofSeconds(1), Duration.ofSeconds(1));
    tenant.actions().takes(Duration.ofSeconds(2), Duration.ofSeconds(3));
    tenant
        .liveResponse()
        .commandTakes(Duration.ofSeconds(2))
        .script(
            CompromisedUserPlaybook.SCRIPT,
            0,
            "User  J.DOE\nState Active\nRemote address 203.0.113.7");
    return tenant;
  }

  private static NewMachine windows(String name) {
    return NewMachine.named(name + ".contoso.com").with("osPlatform", "Windows11");
  }

  static Incident incident(Path evidence) {
    WishOptions quick =
        WishOptions.defaults()
            .queuedAfter(Duration.ofSeconds(4))
            .giveUpAfter(Duration.ofSeconds(12));
    return new Incident(USER, "case-4711", quick, evidence);
  }
}
