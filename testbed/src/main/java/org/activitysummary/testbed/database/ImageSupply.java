package org.activitysummary.testbed.database;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.images.AbstractImagePullPolicy;
import org.testcontainers.images.ImageData;
import org.testcontainers.images.TimeLimitedLoggedPullImageResultCallback;
import org.testcontainers.utility.DockerImageName;

/**
 * Has Docker get an image that it lacks, and gives up as soon as Docker says that it cannot, or
 * after half a minute without progress; one that arrives slowly is waited for.
 *
 * <p>Testcontainers by itself would ask again and again for two minutes for each image, its own
 * included. It finds this class by the name in {@code testcontainers.properties}.
 */
public final class ImageSupply extends AbstractImagePullPolicy {

  /** Says that no image needs to be pulled any more, since here it was. */
  @Override
  public boolean shouldPull(DockerImageName image) {
    if (super.shouldPull(image)) {
      pull(image);
    }
    return false;
  }

  @Override
  protected boolean shouldPullCached(DockerImageName image, ImageData local) {
    return false;
  }

  private static void pull(DockerImageName image) {
    try {
      DockerClientFactory.lazyClient()
          .pullImageCmd(image.getUnversionedPart())
          .withTag(image.getVersionPart())
          .exec(
              new TimeLimitedLoggedPullImageResultCallback(
                  LoggerFactory.getLogger(ImageSupply.class)))
          .awaitCompletion();
    } catch (InterruptedException e) {
      // By the callback's own watch, which says no more than that.
      throw refused(image, "the download stands still");
    } catch (DockerException | DockerClientException e) {
      throw refused(image, String.valueOf(e.getMessage()));
    }
  }

  private static ContainerFetchException refused(DockerImageName image, String reason) {
    String line = reason.strip().replaceAll("\\s+", " ");
    return new ContainerFetchException("Docker cannot get the image %s: %s".formatted(image, line));
  }

  /**
   * Returns why an image was not to be had.
   *
   * @param failure of starting a container, in which Testcontainers wraps the reason more than once
   * @return one line; empty if the failure has another reason
   */
  static Optional<String> refusal(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(ContainerFetchException.class::isInstance)
        .map(Throwable::getMessage)
        .reduce((outer, inner) -> inner);
  }
}
