/**
 * RTP and RTCP for tests (RFC 3550): {@code MediaPort} is one even/odd pair of UDP ports that sends from where it
 * receives; {@code RtpSender} paces frames from any source, {@code RtpReceiver} keeps every packet with its source and
 * time. One thread reads all ports of the process and one paces all senders, so that hundreds of calls are cheap.
 * Knows no codec: payloads are bytes. Called by tests, by the recorder and by the demo.
 */
package org.siprecservlet.testkit.rtp;
