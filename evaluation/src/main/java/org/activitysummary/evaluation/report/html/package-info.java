/** {@code report.html}: the report as one page that needs no network. */
package org.activitysummary.evaluation.report.html;
