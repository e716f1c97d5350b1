/** Implementations brought from outside: found in jars or Maven artifacts, or started anew. */
package org.activitysummary.evaluation.candidate;
