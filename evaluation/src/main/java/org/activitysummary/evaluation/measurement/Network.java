package org.activitysummary.evaluation.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one call moves over the connection, counted on the socket; means over the measured calls.
 *
 * @param rowsPerCall rows received ({@code DataRow} messages)
 * @param bytesReceivedPerCall bytes read from the socket
 * @param bytesSentPerCall bytes written to the socket
 * @param statementsPerCall statements completed ({@code CommandComplete} messages), those that
 *     begin and end a transaction included
 * @param reason why something is missing; null when nothing is
 */
public record Network(
    Double rowsPerCall,
    Double bytesReceivedPerCall,
    Double bytesSentPerCall,
    Double statementsPerCall,
    @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
