package org.activitysummary.evaluation.resumption;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.openjdk.jmh.results.RunResult;

/**
 * Cells as JSON. JMH's own results, which have no other form that can be read back, are kept in the
 * form in which JMH's forks send them home.
 */
final class CellFormat {

  /** Classes of which JMH's results consist; anything else in a file is refused. */
  private static final String ALLOWED =
      "org.openjdk.jmh.**;java.util.*;java.util.concurrent.TimeUnit;java.lang.*;!*";

  /** Reads and writes cells. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(
              new SimpleModule()
                  .addSerializer(RunResult.class, new Writer())
                  .addDeserializer(RunResult.class, new Reader()))
          .build();

  private CellFormat() {}

  private static final class Writer extends StdSerializer<RunResult> {

    private Writer() {
      super(RunResult.class);
    }

    @Override
    public void serialize(RunResult result, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
        objects.writeObject(result);
      }
      json.writeBinary(bytes.toByteArray());
    }
  }

  private static final class Reader extends StdDeserializer<RunResult> {

    private Reader() {
      super(RunResult.class);
    }

    @Override
    public RunResult deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      try (ObjectInputStream objects =
          new ObjectInputStream(new ByteArrayInputStream(json.getBinaryValue()))) {
        objects.setObjectInputFilter(ObjectInputFilter.Config.createFilter(ALLOWED));
        return (RunResult) objects.readObject();
      } catch (ClassNotFoundException e) {
        throw new IOException("no result of JMH: " + e.getMessage(), e);
      }
    }
  }
}
