/** What the machine at hand can do, and what an evaluation on it is worth. */
package org.activitysummary.evaluation.doctor;
