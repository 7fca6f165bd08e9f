/** Sign-in, transport, quota, retry, deadlines, paging, OData, errors and JSON of defender-sdk. */
module dev.defendersdk.core {
  requires transitive java.net.http;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires org.slf4j;
  requires com.microsoft.aad.msal4j;
  requires com.azure.json;
  requires static org.jspecify;

  exports dev.defendersdk.core;
  exports dev.defendersdk.core.argument;
  exports dev.defendersdk.core.auth;
  exports dev.defendersdk.core.call;
  exports dev.defendersdk.core.error;
  exports dev.defendersdk.core.observe;
  exports dev.defendersdk.core.odata;
  exports dev.defendersdk.core.time;
  exports dev.defendersdk.core.transfer;

  opens dev.defendersdk.core.internal.json to
      com.fasterxml.jackson.databind;
}
