package dev.defendersdk.machineactions.arguments;

import static java.util.Arrays.asList;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.HttpProxy;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.Poller;
import dev.defendersdk.core.SharedLimits;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.auth.TokenSupplier;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testsupport.arguments.Cases;
import java.net.Authenticator;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Wrong arguments of core, but for those of {@link SignInCases} and {@link CallCases}. */
final class CoreCases {

  private static final String TENANT = "contoso.onmicrosoft.com";
  private static final CallOptions OPTIONS = CallOptions.defaults();

  private CoreCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    builder(cases);
    client(cases, defender);
    waiting(cases, defender);
    json(cases);
    errors(cases);
    reasons(cases);
  }

  private static void builder(Cases cases) {
    String name = "DefenderClientBuilder.";
    var builder = DefenderClient.builder();
    TokenSupplier supplier = request -> AccessToken.of("t", Instant.MAX);
    cases.row(
        name + "credential(Credential)",
        builder,
        Credentials.tokenSupplier(TENANT, "app", supplier));
    cases
        .row(name + "partner(String,String,String)", builder, "Contoso", "NetShield", "4.2.0")
        .blank(0)
        .blank(1)
        .blank(2)
        .wrong(0, "Contoso Ltd")
        .wrong(0, "Con-toso")
        .wrong(0, "Contoso/NetShield")
        .wrong(0, "Müller")
        .wrong(0, "Contoso\r\nX-Evil: 1", "\"Contoso\\u000d\\u000aX-Evil: 1\"")
        .wrong(1, "Net Shield")
        .wrong(1, "Net-Shield")
        .wrong(2, "4.2 (beta)");
    cases.row(name + "cloud(DefenderCloud)", builder, DefenderCloud.GLOBAL);
    cases.row(name + "timeSource(TimeSource)", builder, TimeSource.system());
    cases
        .row(name + "httpClient(HttpClient)", builder, HttpClient.newHttpClient())
        .wrong(
            0,
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build(),
            "NORMAL")
        .wrong(
            0,
            HttpClient.newBuilder().authenticator(new Authenticator() {}).build(),
            "has an authenticator");
    cases.row(name + "proxy(HttpProxy)", builder, HttpProxy.of("proxy.example", 3_128));
    cases.row(name + "sslContext(SSLContext)", builder, sslContext());
    cases.row(name + "backgroundThreads(int)", builder, 1).wrong(0, 0).wrong(0, -1).wrong(0, 1_001);
    cases
        .row(name + "backgroundCallsPerTenant(int)", builder, 1)
        .wrong(0, 0)
        .wrong(0, -1)
        .wrong(0, 1_001);
    cases.row(name + "limits(SharedLimits)", builder, SharedLimits.create());
    cases.row(name + "listener(CallListener)", builder, CallListener.NONE);
    duration(cases.row(name + "deadline(Duration)", builder, Duration.ofMinutes(1)));
    duration(cases.row(name + "attemptTimeout(Duration)", builder, Duration.ofSeconds(9)));
    cases.row(name + "maxAttempts(int)", builder, 1).wrong(0, 0).wrong(0, -1).wrong(0, 21);
    cases.row(name + "largestAnswer(int)", builder, 1_024).wrong(0, 0).wrong(0, 1_023);
    cases.row("SharedLimits.create(TimeSource)", null, TimeSource.system());
    cases
        .row("SharedLimits.create(TimeSource,double)", null, TimeSource.system(), 0.5)
        .wrong(1, 0.0)
        .wrong(1, -0.5)
        .wrong(1, 1.01)
        .wrong(1, Double.NaN);
    cases
        .row("HttpProxy.of(String,int)", null, "proxy.example", 3_128)
        .blank(0)
        .wrong(1, 0)
        .wrong(1, 65_536);
    Supplier<String> password = () -> "password";
    cases
        .row(
            "HttpProxy.signIn(String,Supplier)",
            HttpProxy.of("proxy.example", 3_128),
            "user",
            password)
        .blank(0)
        .wrong(0, "us:er");
  }

  private static SSLContext sslContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static void duration(Cases.Row row) {
    row.wrong(0, Duration.ZERO)
        .wrong(0, Duration.ofNanos(-1))
        .wrong(0, ChronoUnit.FOREVER.getDuration());
  }

  private static void client(Cases cases, DefenderClient defender) {
    Background background = defender.background();
    Call<Machine> ofOne = Call.of(MachineOperations.GET).path("id", "0".repeat(40));
    cases
        .row("Background.start(Call,CallOptions)", background, ofOne, CallOptions.defaults())
        .wrong(0, Call.of(MachineOperations.LIST), "machines.list");
    Predicate<Object> handler = page -> false;
    cases.row(
        "Background.forEachPage(Call,CallOptions,Predicate)",
        background,
        Call.of(MachineOperations.LIST),
        CallOptions.defaults(),
        handler);
    Runnable task = () -> {};
    cases
        .row("Background.after(Duration,Runnable)", background, Duration.ofDays(1), task)
        .wrong(0, Duration.ofNanos(-1))
        .wrong(0, Duration.ofDays(400 * 366));
    String name = "DefenderClient.";
    SignInCases.tenant(cases.row(name + "forTenant(String)", defender, TENANT));
    cases.row(name + "forUser(String)", defender, "ada@contoso.example").blank(0);
    cases.row(name + "onBehalfOf(String)", defender, "token").blank(0);
    cases
        .row(name + "verifyAccess(Collection)", defender, MachineOperations.all())
        .wrong(0, List.of(), "operations has 0 elements")
        .wrong(0, asList(MachineOperations.GET, null), "operations[1] is null");
    Call<?> get = Call.of(MachineOperations.GET);
    Call<?> list = Call.of(MachineOperations.LIST);
    Call<?> large = list.query(ListQuery.all().pageSize(10_001));
    Call<?> paged = Call.of(MachineOperations.FIND_BY_TAG).query(ListQuery.all().pageSize(5));
    Call<?> thing =
        Call.of(MachineActionOperations.ISOLATE).path("id", "0f").member("Comment", new Object());
    cases
        .row(name + "execute(Call)", defender, get.path("id", "0f"))
        .wrong(0, get, "id is missing")
        .wrong(0, large, "10001")
        .wrong(0, thing, "Comment");
    cases
        .row(name + "execute(Call,CallOptions)", defender, get.path("id", "0f"), OPTIONS)
        .wrong(0, get, "id is missing");
    cases
        .row(name + "find(Call,CallOptions)", defender, get.path("id", "0f"), OPTIONS)
        .wrong(0, get, "id is missing")
        .wrong(0, list, "machines.list");
    cases
        .row(name + "list(Call)", defender, list)
        .wrong(0, large, "10001")
        .wrong(0, paged, "pageSize is 5")
        .wrong(0, Call.of(MachineOperations.FIND_BY_IP), "ip is missing")
        .wrong(0, get.path("id", "0f"), "machines.get");
    cases
        .row(name + "list(Call,CallOptions)", defender, list, OPTIONS)
        .wrong(0, get.path("id", "0f"), "machines.get");
    cases.row(name + "quota(Operation)", defender, MachineOperations.GET);
    cases
        .row("Paged.from(String)", new MachinesClient(defender).list(), "skip:1")
        .blank(0)
        .wrong(0, "nonsense")
        .wrong(0, "skip:-1")
        .wrong(0, "skip:" + "9".repeat(19))
        .wrong(0, "link:https://evil.example/api/machines");
  }

  private static void waiting(Cases cases, DefenderClient defender) {
    Function<CallOptions, String> poll = options -> "done";
    Function<String, Poller.Verdict> judge = state -> Poller.Verdict.SUCCEEDED;
    Function<String, String> describe = state -> state;
    cases
        .row(
            "new Poller(DefenderClient,String,Function,Function,Function)",
            null,
            defender,
            "the export",
            poll,
            judge,
            describe)
        .blank(1);
    duration(
        cases.row(
            "Poller.await(Duration)",
            new Poller<>(defender, "the export", poll, judge, describe),
            Duration.ofSeconds(1)));
  }

  private static void json(Cases cases) {
    cases
        .row("Json.read(Class,String)", null, Machine.class, "{}")
        .wrong(0, String.class, "java.lang.String")
        .wrong(0, Answer.class, "dev.defendersdk.core.call.Answer")
        .wrong(1, "")
        .wrong(1, "null")
        .wrong(1, "[]")
        .wrong(1, "{\"id\":")
        .wrong(1, "{} {}");
    cases.row("Json.readPlain(String)", null, "{}").blank(0).wrong(0, "{").wrong(0, "{} {}");
    cases.row("new Table.Column(String,String)", null, "Timestamp", "DateTime").blank(0);
    cases
        .row("new EventReference(String,Instant,String)", null, "0f", Instant.EPOCH, "7")
        .blank(0)
        .blank(2);
    cases
        .row("Json.write(Object)", null, Json.read(Machine.class, "{}"))
        .wrong(0, new Object(), "java.lang.Object");
  }

  private static void errors(Cases cases) {
    ErrorReport report = ErrorReport.of(ErrorKind.QUOTA);
    cases.row("ErrorReport.of(ErrorKind)", null, ErrorKind.QUOTA);
    cases.row("ErrorReport.operation(String)", report, "things.get").blank(0);
    cases.row("ErrorReport.status(int)", report, 404).wrong(0, -1).wrong(0, 1_000);
    cases.row("ErrorReport.call(String,int)", report, "id", 1).blank(0).wrong(1, -1);
    cases.row("ErrorReport.detail(String)", report, "what");
    cases.row("ErrorReport.advice(String)", report, "Do it.").blank(0);
    cases.row("ErrorReport.nextPermit(Instant)", report, Instant.EPOCH);
    cases
        .row("ErrorReport.permissions(List,List)", report, List.of(), List.of())
        .wrong(0, asList("A", null), "required[1] is null");
  }

  private static void reasons(Cases cases) {
    cases.none("takes whatever its type has", "ErrorReport.mayHaveActed(boolean)");
    cases.none(
        "takes null for all that it takes",
        "AccessToken.refreshAt(Instant)",
        "ErrorReport.cause(Throwable)",
        "ErrorReport.retryable(boolean,Duration)",
        "ErrorReport.service(String,String,String)");
    cases.none(
        "implemented by users or the test kit, and called by the SDK",
        "CallListener.onAttempt(AttemptEvent)",
        "CallListener.onCall(CallEvent)",
        "CallListener.onUnexpectedMember(UnexpectedMemberEvent)",
        "CallListener.onWait(WaitEvent)",
        "AssertionSigner.sign(byte[])",
        "TokenSupplier.token(TokenRequest)",
        "TimeSource.execute(Executor,Runnable)",
        "TimeSource.newTimer(Executor)",
        "TimeSource.Timer.at(long,Runnable)",
        "TimeSource.tracked(Runnable)",
        "TimeSource.execute(Executor,Runnable)",
        "TimeSource.Signal.await(long)");
    cases.none(
        "values that the SDK makes and hands out",
        "new AttemptEvent(String,String,String,int,int,String,String,long,Duration)",
        "new CallEvent(String,String,String,int,ErrorKind,Duration)",
        "new UnexpectedMemberEvent(String,String,String)",
        "new WaitEvent(String,String,String,Reason,Duration)",
        "new QuotaReading(int,int,Instant,int)",
        "new AccessReport(String,String,String,List,List,List,URI)",
        "new AccessReport.Missing(String,Service,List)",
        "new TokenRequest(String,String,String,URI,String,String,Duration,HttpClient,TimeSource)");
    cases.none(
        "these are the checks that every other row shows",
        "Check.between(int,int,int,String)",
        "Check.between(long,long,long,String)",
        "Ids.machine(String)",
        "Ids.machines(Collection,int)",
        "Ids.action(String)",
        "Ids.opaque(String,String,String)",
        "Ids.opaque(Collection,String,String)",
        "Ids.address(String)",
        "Ids.domain(String)",
        "Ids.sha1(String)",
        "Ids.userName(String)",
        "Check.noNulls(Collection,String)",
        "Check.notBlank(String,String)",
        "Check.notNegative(Duration,String)",
        "Check.notNull(Object,String)",
        "Check.positive(Duration,String)",
        "Check.quote(String)",
        "Check.size(Collection,int,String)",
        "Check.tenantId(String,String)");
  }
}
