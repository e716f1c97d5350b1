/** Memory, traffic and processor time of calls, measured from outside in processes of their own. */
package org.activitysummary.evaluation.process;
