package org.siprecservlet.arquillian;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Tomcat's own deployer, asked from outside. */
final class Deployer {

    private static final String STARTED = "STARTED";

    private final MBeanServerConnection server;

    private Deployer(MBeanServerConnection server) {
        this.server = server;
    }

    /** The deployer in a process. */
    static Deployer of(long pid) throws IOException {
        try {
            VirtualMachine process = VirtualMachine.attach(Long.toString(pid));
            String address = process.startLocalManagementAgent();
            process.detach();
            return new Deployer(
                    JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection());
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** Has what is in the folder of the applications under this name deployed; returns whether it has been started. */
    boolean deploy(String name) throws IOException {
        call("check", name);
        try {
            Set<ObjectName> found =
                    server.queryNames(new ObjectName("*:j2eeType=WebModule,name=//localhost" + name + ",*"), null);
            return !found.isEmpty()
                    && STARTED.equals(
                            String.valueOf(server.getAttribute(found.iterator().next(), "state")));
        } catch (JMException e) {
            throw new IOException(e);
        }
    }

    /** Returns when the application has ended. */
    void undeploy(String name) throws IOException {
        call("addServiced", name);
        call("unmanageApp", name);
        call("removeServiced", name);
    }

    private void call(String operation, String name) throws IOException {
        try {
            ObjectName deployer = server.queryNames(new ObjectName("*:type=Deployer,host=localhost"), null)
                    .iterator()
                    .next();
            server.invoke(deployer, operation, new Object[] {name}, new String[] {String.class.getName()});
        } catch (JMException e) {
            throw new IOException(operation + " " + name, e);
        }
    }
}
