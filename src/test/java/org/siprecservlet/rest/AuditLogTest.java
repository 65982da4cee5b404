package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditLogTest {

    @Test
    void keepsWhatStrangersWriteInItsPlace() {
        assertThat(AuditLog.field("who", "a\" outcome=200\r\nb")).isEqualTo("who=\"a? outcome=200??b\"");
        assertThat(AuditLog.field("who", "x".repeat(1000))).hasSize("who=\"\"".length() + 256);
        assertThat(AuditLog.field("who", null)).isNull();
    }
}
