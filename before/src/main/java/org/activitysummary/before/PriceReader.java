package org.activitysummary.before;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the price out of a purchase's metadata, exactly. */
final class PriceReader {

  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** What jsonb accepts must be readable here: its numbers print with up to 147,455 digits. */
  private static final StreamReadConstraints AS_WIDE_AS_JSONB =
      StreamReadConstraints.builder()
          .maxNumberLength(200_000)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNestingDepth(Integer.MAX_VALUE)
          .build();

  private final JsonMapper mapper =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(AS_WIDE_AS_JSONB).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * Returns the price, or 0 where there is none that the contract accepts.
   *
   * @param metadata JSON text, or null
   */
  BigDecimal priceIn(String metadata) {
    if (metadata == null) {
      return BigDecimal.ZERO;
    }
    JsonNode price = parse(metadata).path("price");
    if (price.isNumber()) {
      return price.decimalValue();
    }
    if (price.isTextual() && PLAIN_DECIMAL.matcher(price.textValue()).matches()) {
      return new BigDecimal(price.textValue());
    }
    return BigDecimal.ZERO;
  }

  private JsonNode parse(String metadata) {
    try {
      return mapper.readTree(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb printed what is not JSON: " + e.getMessage(), e);
    }
  }
}
