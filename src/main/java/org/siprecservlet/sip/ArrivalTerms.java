package org.siprecservlet.sip;

import java.time.Duration;
import org.siprecservlet.digest.DigestGate;

/**
 * On what terms recording servers may begin recording sessions.
 *
 * @param gate knows those who may; null: nobody may
 * @param answerTimeout how long one may take to acknowledge, and to answer within the session
 * @param keepalive how often one is asked whether it is still there; zero: never
 */
public record ArrivalTerms(DigestGate gate, Duration answerTimeout, Duration keepalive) {}
