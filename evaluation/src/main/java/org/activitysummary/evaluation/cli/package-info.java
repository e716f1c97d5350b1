/** The command line. */
package org.activitysummary.evaluation.cli;
