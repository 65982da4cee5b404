package org.siprecservlet.tomcat;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import org.apache.catalina.LifecycleException;
import org.mobicents.servlet.sip.catalina.SipStandardManager;
import org.mobicents.servlet.sip.core.SipContext;

/**
 * The container's session manager, for Tomcat 7.0.68 and later: there a context adds its manager to its listeners as if every
 * manager were one, which this container's is not, and starts it before this container has given it its factory.
 */
public final class TomcatSipManager extends SipStandardManager implements PropertyChangeListener {

    /** The one change that a context tells of, its session timeout, is of no use to a manager since 7.0.109. */
    @Override
    public void propertyChange(PropertyChangeEvent change) {}

    @Override
    protected void startInternal() throws LifecycleException {
        if (getContainer() instanceof SipContext context && getMobicentsSipFactory() == null) {
            setMobicentsSipFactory(context.getSipApplicationDispatcher().getSipFactory());
        }
        super.startInternal();
    }
}
