package org.siprecservlet.testkit.sip;

import java.util.Optional;

/** A request that came in and waits for a response. */
public class IncomingRequest {

    private final UserAgent agent;
    private final ServerTransaction transaction;
    private final String tag;

    IncomingRequest(UserAgent agent, ServerTransaction transaction) {
        this.agent = agent;
        this.transaction = transaction;
        String given = transaction.request().toTag();
        this.tag = given.isEmpty() ? agent.newId("tag") : given;
    }

    public SipMessage request() {
        return transaction.request();
    }

    public String method() {
        return request().method();
    }

    /** What carried the request. */
    public Transport transport() {
        return transaction.flow().transport();
    }

    /** The dialog that the request came in; empty for one outside a dialog. */
    public Optional<Dialog> inDialog() {
        return request().toTag().isEmpty() ? Optional.empty() : agent.dialogs().find(request());
    }

    /** Sends a response and returns it as sent. May be called again, with anything. */
    public SipMessage respond(int status, Edit... edits) {
        SipMessage response = response(tag, status, edits);
        transaction.respond(response);
        return response;
    }

    SipMessage response(String toTag, int status, Edit... edits) {
        SipMessage response = SipMessage.response(status);
        boolean via = true;
        for (SipHeader header : request().headers()) {
            if (header.is("Via")) {
                String value =
                        via ? Via.stamped(header.value(), transaction.flow().remote()) : header.value();
                response = response.with("Via", value);
                via = false;
            } else if (header.is("To") && request().toTag().isEmpty() && status > 100) {
                response = response.with("To", header.value() + ";tag=" + toTag);
            } else if (isCopied(header)) {
                response = response.with(header.name(), header.value());
            }
        }
        return Edit.all(withContact(response, status), edits);
    }

    private static boolean isCopied(SipHeader header) {
        return header.is("From") || header.is("To") || header.is("Call-ID") || header.is("CSeq");
    }

    private SipMessage withContact(SipMessage response, int status) {
        boolean target = method().equals("INVITE") || method().equals("UPDATE");
        if (!target || status <= 100 || status >= 300) {
            return response;
        }
        SipMessage routed = response;
        for (SipHeader header : request().headers()) {
            routed = header.is("Record-Route") ? routed.with(header.name(), header.value()) : routed;
        }
        return routed.with("Contact", agent.contact(transport())).with("Allow", UserAgent.ALLOW);
    }

    UserAgent agent() {
        return agent;
    }

    ServerTransaction transaction() {
        return transaction;
    }

    String tag() {
        return tag;
    }
}
