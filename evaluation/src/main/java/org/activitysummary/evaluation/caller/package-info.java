/**
 * The process that is measured: a small JVM that makes calls when told to and does nothing else.
 *
 * <p>Loads no JSON, no OSHI and no command-line library; each would weigh more than what is
 * measured.
 */
package org.activitysummary.evaluation.caller;
