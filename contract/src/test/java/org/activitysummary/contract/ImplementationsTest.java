package org.activitysummary.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activitysummary.contract.UserActivityServiceProvider.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImplementationsTest {

  @TempDir private Path folder;

  private ClassLoader loaderBefore;

  /** What all providers of this test have in common. */
  abstract static class Named implements UserActivityServiceProvider {

    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return "for the test";
    }

    @Override
    public UserActivityService create(DataSource dataSource) {
      return userId -> UserActivitySummary.ZERO;
    }
  }

  /** A subject. */
  public static final class Old extends Named {
    /** For the service loader. */
    public Old() {
      super("before");
    }

    @Override
    public Kind kind() {
      return Kind.SUBJECT;
    }
  }

  /** A subject. */
  public static final class New extends Named {
    /** For the service loader. */
    public New() {
      super("after");
    }

    @Override
    public Kind kind() {
      return Kind.SUBJECT;
    }
  }

  /** A candidate, since it says nothing else. */
  public static final class Guest extends Named {
    /** For the service loader. */
    public Guest() {
      super("guest");
    }
  }

  /** The candidate's double. */
  public static final class Twin extends Named {
    /** For the service loader. */
    public Twin() {
      super("guest");
    }
  }

  /** Wrong on purpose. */
  public static final class Planted extends Named {
    /** For the service loader. */
    public Planted() {
      super("planted");
    }

    @Override
    public Kind kind() {
      return Kind.PLANTED;
    }
  }

  @BeforeEach
  void rememberLoader() {
    loaderBefore = Thread.currentThread().getContextClassLoader();
  }

  @AfterEach
  void restoreLoader() {
    Thread.currentThread().setContextClassLoader(loaderBefore);
  }

  @Test
  void areListedByKindAndWithBeforeInFrontOfAfter() throws IOException {
    provide(Guest.class, New.class, Planted.class, Old.class);

    assertThat(Implementations.all())
        .extracting(UserActivityServiceProvider::name)
        .containsExactly("before", "after", "guest");
    assertThat(Implementations.named("guest").kind()).isEqualTo(Kind.CANDIDATE);
  }

  @Test
  void includePlantedOnesForThoseWhoKnowTheirName() throws IOException {
    provide(Planted.class);

    assertThat(Implementations.named("planted").create(null).fetchUserActivitySummary(1))
        .isEqualTo(UserActivitySummary.ZERO);
  }

  @Test
  void areNamedWhenOneIsMissing() throws IOException {
    provide(Old.class, New.class, Planted.class);

    assertThatThrownBy(() -> Implementations.named("guest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown implementation 'guest'; expected one of before, after; put its jar on the class path");
  }

  @Test
  void mustHaveNamesOfTheirOwn() throws IOException {
    provide(Guest.class, Twin.class);

    assertThatThrownBy(Implementations::all)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2 providers call themselves 'guest'; remove or rename one of %s, %s"
                .formatted(Guest.class.getName(), Twin.class.getName()));
  }

  @Test
  void onlyReferencesAndAlternativesMayBeInexact() {
    assertThat(Kind.values())
        .filteredOn(Kind::mayBeInexact)
        .containsExactlyInAnyOrder(Kind.REFERENCE, Kind.ALTERNATIVE);
  }

  @Test
  void failWithTheUserAndTheCause() {
    IllegalStateException cause = new IllegalStateException("connection refused");

    assertThat(new UserActivityException(7, cause))
        .hasMessage("No activity summary for user 7: connection refused")
        .hasCause(cause);
    assertThatThrownBy(() -> new UserActivityException(7, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("cause");
  }

  private void provide(Class<?>... providers) throws IOException {
    Path services =
        folder.resolve("META-INF/services/" + UserActivityServiceProvider.class.getName());
    Files.createDirectories(services.getParent());
    List<String> names = Stream.of(providers).map(Class::getName).toList();
    Files.write(services, names);
    Thread.currentThread()
        .setContextClassLoader(
            new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader()));
  }
}
