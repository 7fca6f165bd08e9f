package dev.defendersdk.machineactions.arguments;

import static java.util.Arrays.asList;

import dev.defendersdk.core.AdminConsent;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.HttpProxy;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.Poller;
import dev.defendersdk.core.SharedLimits;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.AssertionSigner;
import dev.defendersdk.core.auth.ClientCertificate;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.auth.TokenSupplier;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testsupport.arguments.Cases;
import java.io.IOException;
import java.net.Authenticator;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** Wrong arguments of core. */
final class CoreCases {

  private static final String TENANT = "contoso.onmicrosoft.com";
  private static final CallOptions OPTIONS = CallOptions.defaults();

  private CoreCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    builder(cases);
    clouds(cases);
    consent(cases);
    credentials(cases);
    client(cases, defender);
    options(cases);
    calls(cases);
    operations(cases);
    filters(cases);
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

  private static void duration(Cases.Row row) {
    row.wrong(0, Duration.ZERO)
        .wrong(0, Duration.ofNanos(-1))
        .wrong(0, ChronoUnit.FOREVER.getDuration());
  }

  private static void clouds(Cases cases) {
    for (String setter : List.of("authority", "defender", "graph")) {
      cases
          .row(
              "DefenderCloud.Builder." + setter + "(String)",
              DefenderCloud.builder(),
              "https://host.example")
          .blank(0)
          .wrong(0, "host.example")
          .wrong(0, "http://host.example")
          .wrong(0, "ftp://host.example")
          .wrong(0, "https://host.example/api")
          .wrong(0, "https://host.example?a=b")
          .wrong(0, "https://user@host.example")
          .wrong(0, "http://127.0.0.1.evil.example")
          .wrong(0, "https://")
          .wrong(0, "not a uri");
    }
    for (String setter : List.of("defenderAudience", "graphAudience")) {
      cases
          .row("DefenderCloud.Builder." + setter + "(String)", DefenderCloud.builder(), "api://x")
          .blank(0);
    }
    cases
        .row("DefenderCloud.region(String)", null, "swa.api")
        .blank(0)
        .wrong(0, "evil.example/", "https://evil.example/.security.microsoft.com")
        .wrong(0, "evil.example?", "https://evil.example?.security.microsoft.com")
        .wrong(0, "a@evil.example:443/", "https://a@evil.example:443/.security.microsoft.com")
        .wrong(0, "two words", "https://two words.security.microsoft.com");
  }

  private static void consent(Cases cases) {
    String application = "8a7f5ed2-6a1b-4f0c-9d3e-0c1b2a39485f";
    String state = "K3Jx0cVw2q8YtPz5aLmN7g";
    AdminConsent consent = AdminConsent.of(DefenderCloud.GLOBAL, application);
    URI redirect = URI.create("https://netshield.example/onboarded");
    cases
        .row("AdminConsent.of(DefenderCloud,String)", null, DefenderCloud.GLOBAL, application)
        .blank(1)
        .wrong(1, "NetShield")
        .wrong(1, application + "&scope=x");
    cases
        .row("AdminConsent.link(String,URI,String)", consent, TENANT, redirect, state)
        .blank(0)
        .wrong(0, "contoso/evil")
        .wrong(1, URI.create("http://netshield.example/onboarded"))
        .wrong(1, URI.create("/onboarded"))
        .wrong(1, URI.create("https://netshield.example/#onboarded"))
        .wrong(1, URI.create("https://netshield@evil.example/"))
        .wrong(2, "", "0 characters")
        .wrong(2, "4711", "4 characters");
    URI answer =
        URI.create(redirect + "?admin_consent=True&state=" + state + "&tenant=" + application);
    cases
        .row("AdminConsent.answer(URI,String)", null, answer, state)
        .wrong(0, redirect, "/onboarded")
        .wrong(0, URI.create(redirect + "?session_state=1"), "session_state=***")
        .wrong(1, "4711", "4 characters");
    cases
        .row("new ConsentAnswer.Granted(String)", null, application)
        .blank(0)
        .wrong(0, "contoso.onmicrosoft.com");
    cases.row("new ConsentAnswer.Refused(String,String)", null, "permission_denied", "").blank(0);
  }

  private static void credentials(Cases cases) {
    TokenSupplier supplier = request -> AccessToken.of("t", Instant.MAX);
    tenant(
        cases
            .row("Credentials.clientSecret(String,String,String)", null, TENANT, "app", "secret")
            .blank(1)
            .blank(2));
    tenant(
        cases
            .row(
                "Credentials.tokenSupplier(String,String,TokenSupplier)",
                null,
                TENANT,
                "app",
                supplier)
            .blank(1));
    Supplier<String> secret = () -> "secret";
    tenant(
        cases
            .row("Credentials.clientSecret(String,String,Supplier)", null, TENANT, "app", secret)
            .blank(1));
    ClientCertificate certificate = certificate();
    tenant(
        cases
            .row(
                "Credentials.certificate(String,String,ClientCertificate)",
                null,
                TENANT,
                "app",
                certificate)
            .blank(1));
    Supplier<ClientCertificate> certificates = () -> certificate;
    tenant(
        cases
            .row(
                "Credentials.certificate(String,String,Supplier)",
                null,
                TENANT,
                "app",
                certificates)
            .blank(1));
    tenant(
        cases
            .row(
                "Credentials.assertionFile(String,String,Path)",
                null,
                TENANT,
                "app",
                Path.of("assertion.jwt"))
            .blank(1));
    tenant(cases.row("Credentials.managedIdentity(String,String)", null, TENANT, "app").blank(1));
    certificates(cases, certificate);
    cases.row("AccessToken.of(String,Instant)", null, "token", Instant.MAX).blank(0);
  }

  private static void certificates(Cases cases, ClientCertificate certificate) {
    String name = "ClientCertificate.";
    AssertionSigner signer = data -> data;
    cases.row(
        name + "of(X509Certificate,AssertionSigner)", null, certificate.certificate(), signer);
    cases.row(name + "of(X509Certificate,PrivateKey)", null, certificate.certificate(), key());
    cases.row(name + "pem(Path)", null, Path.of("app.pem"));
    cases
        .row(name + "pem(String)", null, "-----BEGIN CERTIFICATE-----")
        .blank(0)
        .wrong(0, "nonsense", "BEGIN CERTIFICATE");
    cases.row(name + "pkcs12(Path,char[])", null, Path.of("app.p12"), new char[0]);
  }

  private static ClientCertificate certificate() {
    try {
      URI file = CoreCases.class.getResource("/signin/first.p12").toURI();
      return ClientCertificate.pkcs12(Path.of(file), "test-password".toCharArray());
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey key() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void tenant(Cases.Row row) {
    row.blank(0)
        .wrong(0, "Contoso Ltd")
        .wrong(0, "contoso.example/common")
        .wrong(0, "..")
        .wrong(0, "https://login.microsoftonline.com");
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
    tenant(cases.row(name + "forTenant(String)", defender, TENANT));
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

  private static void options(Cases cases) {
    duration(cases.row("CallOptions.deadline(Duration)", OPTIONS, Duration.ofSeconds(1)));
    duration(cases.row("CallOptions.attemptTimeout(Duration)", OPTIONS, Duration.ofSeconds(1)));
    cases.row("CallOptions.maxAttempts(int)", OPTIONS, 1).wrong(0, 0).wrong(0, 21);
    cases.row("CallOptions.clientRequestId(UUID)", OPTIONS, new UUID(1, 2));
    ListQuery query = ListQuery.all();
    cases.row("ListQuery.where(Filter)", query, Filter.raw("true"));
    cases.row("ListQuery.orderBy(String)", query, "id").blank(0);
    cases.row("ListQuery.select(String)", query, "id").blank(0);
    cases.row("ListQuery.expand(String)", query, "evidence").blank(0);
    cases.row("ListQuery.pageSize(int)", query, 1).wrong(0, 0).wrong(0, 1_000_001);
    cases.row("ListQuery.skip(long)", query, 0L).wrong(0, -1L);
    cases.row("ListQuery.limit(long)", query, 1L).wrong(0, 0L);
  }

  private static void calls(Cases cases) {
    Call<?> call = Call.of(MachineOperations.GET);
    cases.row("Call.of(Operation)", null, MachineOperations.GET);
    cases
        .row("Call.path(String,Object)", call, "id", "0f")
        .blank(0)
        .blank(1)
        .wrong(0, "machineId")
        .wrong(1, ".")
        .wrong(1, "..");
    cases.row("Call.query(String,Object)", call, "tag", "till").blank(0);
    cases.row("Call.query(ListQuery)", call, ListQuery.all());
    cases.row("Call.member(String,Object)", call, "Comment", "why").blank(0);
    cases.row("Call.clear(String)", call, "assignedTo").blank(0);
  }

  private static void operations(Cases cases) {
    for (String method : List.of("get", "post", "patch", "delete")) {
      cases
          .row("Operation." + method + "(String,String)", null, "things.get", "/api/things")
          .blank(0)
          .blank(1)
          .wrong(1, "api/things");
    }
    Operation.Builder builder = Operation.get("things.get", "/api/things/{id}");
    String name = "Operation.Builder.";
    cases.row(name + "service(Service)", builder, Service.GRAPH);
    cases.row(name + "permissions(Permissions)", builder, Permissions.NONE_STATED);
    cases.row(name + "limits(int,int)", builder, 1, 1).wrong(0, 0).wrong(1, 0).wrong(1, -1);
    cases.row(name + "quota(Quota)", builder, Quota.GRAPH_SECURITY);
    cases.row(name + "repeatability(Repeatability)", builder, Repeatability.READ);
    cases.row(name + "lifecycle(Lifecycle)", builder, Lifecycle.CURRENT);
    cases.row(name + "page(String)", builder, "get-things.md").blank(0);
    cases.row(name + "header(String,String)", builder, "Prefer", "odata").blank(0).blank(1);
    cases
        .row(
            name + "patience(Duration,Duration)",
            builder,
            Duration.ofMinutes(8),
            Duration.ofMinutes(8))
        .wrong(0, Duration.ZERO, "PT0S")
        .wrong(1, Duration.ZERO, "PT0S")
        .wrong(1, Duration.ofMinutes(9), "PT9M");
    cases.row(name + "pagedBySkip(int)", builder, 1).wrong(0, 0).wrong(0, 1_000_001);
    cases.row(name + "pagedByLink(int)", builder, 1).wrong(0, 0).wrong(0, 1_000_001);
    cases
        .row(name + "returns(Class)", builder, Machine.class)
        .wrong(0, String.class, "java.lang.String");
    cases
        .row(name + "returnsListOf(Class)", builder, Machine.class)
        .wrong(0, List.class, "java.util.List");
    cases
        .row("new Answer(Form,Class)", null, Answer.Form.ENTITY, Machine.class)
        .wrong(1, int.class, "int")
        .wrong(1, Quota.class, "dev.defendersdk.core.call.Quota");
    cases
        .row(
            "new Lifecycle(State,LocalDate,String,List)",
            null,
            Lifecycle.State.CURRENT,
            null,
            null,
            List.of("A"))
        .wrong(3, asList("A", null), "permissionsToAdd[1] is null");
    cases
        .row(
            "Lifecycle.deprecated(LocalDate,String,String[])",
            null,
            LocalDate.EPOCH,
            "things.find",
            new String[] {"A"})
        .blank(1)
        .wrong(2, new String[] {null}, "permissionsToAdd[0] is null");
    cases
        .row("new Quota(String,int,int)", null, "things", 1, 1)
        .blank(0)
        .wrong(1, 0)
        .wrong(1, -1)
        .wrong(2, 0);
    cases
        .row("new Quota(String,int,int,Scope)", null, "things", 1, 1, Quota.Scope.TENANT)
        .blank(0)
        .wrong(1, 0)
        .wrong(1, -1)
        .wrong(2, 0);
    cases
        .row("new Permissions(List,List)", null, List.of("A"), List.of("A"))
        .wrong(0, asList("A", null), "application[1] is null")
        .wrong(1, asList("A", null), "delegated[1] is null");
    cases
        .row("Permissions.anyOf(String[])", null, (Object) new String[] {"A"})
        .wrong(0, new String[] {null}, "application[0] is null");
    cases
        .row("Permissions.orDelegated(String[])", Permissions.NONE_STATED, (Object) new String[0])
        .wrong(0, new String[] {"A", null}, "delegated[1] is null");
  }

  private static void filters(Cases cases) {
    Filter filter = Filter.raw("true");
    cases.row("Filter.raw(String)", null, "true").blank(0);
    cases.row("Filter.and(Filter)", filter, filter);
    cases.row("Filter.or(Filter)", filter, filter);
    for (String kind : List.of("text", "choice", "ordered")) {
      cases.row("FilterField." + kind + "(String)", null, "name").blank(0);
    }
    UnaryOperator<String> same = text -> text;
    cases.row("FilterField.choice(String,UnaryOperator)", null, "name", same).blank(0);
    cases
        .row("FilterField.eq(Object)", FilterField.text("name"), "x")
        .wrong(0, "\ud83d", "half of a surrogate pair");
    cases.row("FilterField.ne(Object)", FilterField.text("name"), "x");
    cases.row("TextField.contains(String)", FilterField.text("name"), "x").blank(0);
    cases.row("TextField.startsWith(String)", FilterField.text("name"), "x").blank(0);
    for (String operator : List.of("gt", "ge", "lt", "le")) {
      cases.row("OrderedField." + operator + "(Object)", FilterField.ordered("size"), 7);
    }
    cases
        .row("ChoiceField.in(List)", FilterField.choice("status"), List.of("New"))
        .wrong(0, List.of(), "values of status is empty")
        .wrong(0, asList("New", null), "status is null");
    cases
        .row(
            "ChoiceField.in(Object[])", FilterField.choice("status"), (Object) new String[] {"New"})
        .wrong(0, new String[0], "values of status is empty")
        .wrong(0, new String[] {"New", null}, "status is null");
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
