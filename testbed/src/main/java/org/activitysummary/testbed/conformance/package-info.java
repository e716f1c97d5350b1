/** Hand-written cases of the contract, and the runner that asks an implementation each of them. */
package org.activitysummary.testbed.conformance;
