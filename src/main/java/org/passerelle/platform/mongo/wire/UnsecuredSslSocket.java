package org.passerelle.platform.mongo.wire;

import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A socket that is of TLS by its type alone, for bytes that never leave the process. */
abstract class UnsecuredSslSocket extends SSLSocket {

    private static final String[] NONE = {};

    @Override
    public final SSLParameters getSSLParameters() {
        return new SSLParameters();
    }

    @Override
    public final void setSSLParameters(SSLParameters parameters) {}

    @Override
    public final void startHandshake() {}

    @Override
    public final SSLSession getSession() {
        throw new UnsupportedOperationException("There is no TLS within the process");
    }

    @Override
    public final String[] getSupportedCipherSuites() {
        return NONE;
    }

    @Override
    public final String[] getEnabledCipherSuites() {
        return NONE;
    }

    @Override
    public final void setEnabledCipherSuites(String[] suites) {}

    @Override
    public final String[] getSupportedProtocols() {
        return NONE;
    }

    @Override
    public final String[] getEnabledProtocols() {
        return NONE;
    }

    @Override
    public final void setEnabledProtocols(String[] protocols) {}

    @Override
    public final void addHandshakeCompletedListener(HandshakeCompletedListener listener) {}

    @Override
    public final void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {}

    @Override
    public final void setUseClientMode(boolean mode) {}

    @Override
    public final boolean getUseClientMode() {
        return true;
    }

    @Override
    public final void setNeedClientAuth(boolean need) {}

    @Override
    public final boolean getNeedClientAuth() {
        return false;
    }

    @Override
    public final void setWantClientAuth(boolean want) {}

    @Override
    public final boolean getWantClientAuth() {
        return false;
    }

    @Override
    public final void setEnableSessionCreation(boolean flag) {}

    @Override
    public final boolean getEnableSessionCreation() {
        return false;
    }
}
