/** Sign-in, transport, quota, retry, deadlines, paging, OData, errors and JSON of defender-sdk. */
module dev.defendersdk.core {
  requires java.net.http;
  requires static org.jspecify;

  exports dev.defendersdk.core.time;
}
