package org.siprecservlet.tomcat;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.mobicents.servlet.sip.catalina.SipStandardManager;
import org.mobicents.servlet.sip.core.SipContext;

/**
 * The container's session manager, for Tomcat 7.0.68 and later: there a context adds its manager to its listeners as if every
 * manager were one, which this container's is not, and starts it before this container has given it its factory.
 */
public final class TomcatSipManager extends SipStandardManager implements PropertyChangeListener {

    private static final int SECONDS_OF_A_MINUTE = 60;

    @Override
    @SuppressWarnings("deprecation") // Tomcat's own manager does the same.
    public void propertyChange(PropertyChangeEvent change) {
        if (change.getSource() instanceof Context
                && "sessionTimeout".equals(change.getPropertyName())
                && change.getNewValue() instanceof Integer minutes) {
            setMaxInactiveInterval(minutes * SECONDS_OF_A_MINUTE);
        }
    }

    @Override
    protected void startInternal() throws LifecycleException {
        if (getContainer() instanceof SipContext context && getMobicentsSipFactory() == null) {
            setMobicentsSipFactory(context.getSipApplicationDispatcher().getSipFactory());
        }
        super.startInternal();
    }
}
