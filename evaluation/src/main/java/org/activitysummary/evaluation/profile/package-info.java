/** How thorough a run is. */
package org.activitysummary.evaluation.profile;
