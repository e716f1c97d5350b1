/** What a run would do and how long it should take, before anything is measured. */
package org.activitysummary.evaluation.forecast;
