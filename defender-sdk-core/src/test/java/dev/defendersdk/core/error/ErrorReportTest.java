package dev.defendersdk.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorReportTest {

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void everyKindHasAnExceptionThatSaysWhatToDo(ErrorKind kind) {
    DefenderException error = ErrorReport.of(kind).operation("machines.get").toException();
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error).hasMessageContaining("machines.get").hasMessageContaining(kind.advice());
    assertThat(error.getClass().getSimpleName().toUpperCase(Locale.ROOT))
        .startsWith(kind.name().split("_")[0].substring(0, 3));
  }

  @Test
  void theMessageNamesAllThatSupportAsksFor() {
    DefenderException error =
        ErrorReport.of(ErrorKind.THROTTLED)
            .operation("machines.list")
            .status(429)
            .service("TooManyRequests", "quota exceeded", "1fa66c0f")
            .call("c0ffee", 3)
            .retryable(true, Duration.ofMillis(1_200))
            .toException();
    assertThat(error)
        .hasMessage(
            "machines.list: 429 TooManyRequests \"quota exceeded\" [request 1fa66c0f, client request"
                + " c0ffee, attempts 3, retry after 2 s]. "
                + ErrorKind.THROTTLED.advice());
    assertThat(error.isRetryable()).isTrue();
    assertThat(error.status()).hasValue(429);
    assertThat(error.code()).contains("TooManyRequests");
    assertThat(error.requestId()).contains("1fa66c0f");
    assertThat(error.clientRequestId()).contains("c0ffee");
    assertThat(error.attempts()).isEqualTo(3);
    assertThat(error.retryAfter()).contains(Duration.ofMillis(1_200));
  }

  @Test
  void textsFromOutsideAreRedacted() {
    DefenderException error =
        ErrorReport.of(ErrorKind.BAD_REQUEST)
            .service("Bad", "token eyJabcdefgh.x.y is wrong, sig=abc", null)
            .toException();
    assertThat(error).hasMessageContaining("***").hasMessageNotContainingAny("eyJabc", "sig=abc");
  }

  @Test
  void aForbiddenErrorTellsPermissions() {
    ForbiddenException error =
        (ForbiddenException)
            ErrorReport.of(ErrorKind.FORBIDDEN)
                .permissions(List.of("Machine.Isolate"), List.of("Machine.Read.All"))
                .toException();
    assertThat(error.requiredPermissions()).containsExactly("Machine.Isolate");
    assertThat(error.heldPermissions()).containsExactly("Machine.Read.All");
  }
}
