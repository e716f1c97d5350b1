package org.activitysummary.testbed.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.activitysummary.testbed.TestbedException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container of its own, started with the same settings as the embedded one. */
final class ContainerDatabase extends ConnectedDatabase {

  /** Parallel queries exchange rows through it; Docker's 64 MB would make them fail. */
  private static final long SHARED_MEMORY_BYTES = 512L * 1024 * 1024;

  private static final String LOAD_IMAGE =
      "load it into Docker by hand (TESTCONTAINERS_RYUK_DISABLED=true goes without"
          + " testcontainers/ryuk)";

  private final PostgreSQLContainer container;

  private ContainerDatabase(PostgreSQLContainer container) throws SQLException {
    super(
        "testcontainers",
        new ConnectionTarget(
            ExternalUrl.parse(container.getJdbcUrl()).address(),
            container.getUsername(),
            container.getPassword(),
            ""));
    this.container = container;
  }

  static Database open(DatabaseLocation.Container location) {
    try {
      PostgreSQLContainer container = configured(location.image());
      try {
        container.start();
        return new ContainerDatabase(container);
      } catch (SQLException | RuntimeException e) {
        container.close();
        throw e;
      }
    } catch (SQLException | RuntimeException | LinkageError e) {
      throw explain(location.image(), e);
    }
  }

  private static TestbedException explain(String image, Throwable failure) {
    boolean noImage = ImageSupply.refusal(failure).isPresent();
    return new TestbedException(
        "Expected to start %s with Docker but: %s; %s, name another image as testcontainers:<image>, or use --database embedded"
            .formatted(
                image,
                ImageSupply.refusal(failure).orElseGet(() -> StartFailure.reason(failure)),
                noImage ? LOAD_IMAGE : "start Docker"),
        failure);
  }

  private static PostgreSQLContainer configured(String image) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    for (ServerSetting setting : ServerSettings.forThisMachine()) {
      command.add("-c");
      command.add(setting.name() + "=" + setting.value());
    }
    return new PostgreSQLContainer(
            DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
        .withPassword(RandomPassword.create())
        .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8")
        .withSharedMemorySize(SHARED_MEMORY_BYTES)
        .withCommand(command.toArray(String[]::new));
  }

  /** Empty unless the container shares this machine's process ids: else they mean others here. */
  @Override
  public OptionalLong serverProcessId() {
    try (Connection connection = connectAsOwner()) {
      return LocalBackend.postmaster(connection);
    } catch (SQLException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
