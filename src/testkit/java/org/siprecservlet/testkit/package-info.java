/**
 * The test kit: phones, a recording server and media that speak real SIP, SDP and RTP, for tests and demonstrations.
 * It needs nothing but the JDK and shares no code with the product, so that it cannot share the product's mistakes.
 * Everything in it behaves well unless it is told to misbehave. Tests, the demo and the benchmarks may call it; the
 * product never does. Start reading at {@code sip.UserAgent} and {@code recorder.Recorder}.
 */
package org.siprecservlet.testkit;
