/** What a run is held against besides the requirements: the figures of an earlier, passing run. */
package org.activitysummary.evaluation.baseline;
