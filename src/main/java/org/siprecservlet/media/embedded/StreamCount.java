package org.siprecservlet.media.embedded;

import org.siprecservlet.call.Side;

/**
 * What has come in from one side on one line of a call, and gone out to recorders.
 *
 * @param line the media line, counted from 0
 * @param sender the side that sends it
 * @param rtpPackets packets on the RTP port, shared RTCP included
 * @param rtcpPackets packets on the RTCP port
 * @param droppedPackets packets that came from somebody else
 * @param copiedPackets RTP packets sent to recorders that still take part
 */
public record StreamCount(
        int line, Side sender, long rtpPackets, long rtcpPackets, long droppedPackets, long copiedPackets) {}
