package org.activitysummary.evaluation.process;

/**
 * What one calling process showed; sizes in bytes, null where the system does not tell.
 *
 * @param method how the peak was found
 * @param idleRss before the first call
 * @param peakRss highest during the calls
 * @param backendIdle private memory of the backend before the first call
 * @param backendPeak highest private memory of backend and workers during the calls
 * @param rows received during the calls, -1 behind encryption
 * @param received bytes
 * @param sent bytes
 * @param statements completed, -1 behind encryption
 * @param costCalls calls that the following are sums of
 * @param allocated heap bytes during the cost calls
 * @param clientCpuNanos during the cost calls
 * @param serverCpuNanos during the cost calls
 * @param tempBytes of all calls
 */
public record ProcessReading(
    String method,
    long idleRss,
    long peakRss,
    Long backendIdle,
    Long backendPeak,
    long rows,
    long received,
    long sent,
    long statements,
    long costCalls,
    long allocated,
    long clientCpuNanos,
    Long serverCpuNanos,
    long tempBytes) {}
