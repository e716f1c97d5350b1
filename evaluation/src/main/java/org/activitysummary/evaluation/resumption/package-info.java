/** What an aborted run leaves behind, so that another can continue it. */
package org.activitysummary.evaluation.resumption;
