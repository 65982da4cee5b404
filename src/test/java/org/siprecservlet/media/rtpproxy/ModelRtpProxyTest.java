package org.siprecservlet.media.rtpproxy;

/** The contract with a model of RTPProxy, so that it is tested everywhere. */
class ModelRtpProxyTest extends RtpProxyContract {

    private ModelRtpProxy proxy;

    @Override
    String start() throws Exception {
        proxy = new ModelRtpProxy();
        return proxy.node();
    }

    @Override
    void stop() throws Exception {
        proxy.close();
    }
}
