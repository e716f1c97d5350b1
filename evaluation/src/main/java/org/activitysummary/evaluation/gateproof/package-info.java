/** The proof that the gate is red when it must be, and green when nothing changed. */
package org.activitysummary.evaluation.gateproof;
