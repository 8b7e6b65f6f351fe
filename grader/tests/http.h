// Sends raw HTTP requests, exactly as given, to a server on this machine. POSIX only.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

namespace lab::tests {

class Connection {
 public:
  explicit Connection(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { close(socket_); }

  bool is_connected() const { return connected_; }
  void send(const std::string& bytes) { ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }

  // Reads until the text has arrived; returns false if the other side closes the connection or nothing arrives.
  bool shows(const std::string& text) {
    while (all.find(text) == std::string::npos)
      if (!read_more()) return false;
    return true;
  }
  // Reads until the other side closes the connection.
  const std::string& rest() {
    while (read_more()) {
    }
    return all;
  }

  std::string all;

 private:
  bool read_more() {
    constexpr int kPatienceMs = 300'000;
    pollfd ready{socket_, POLLIN, 0};
    if (poll(&ready, 1, kPatienceMs) <= 0) return false;
    char part[65536];
    const ssize_t size = recv(socket_, part, sizeof part, 0);
    if (size <= 0) return false;
    all.append(part, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  bool connected_ = false;
};

// The complete response to GET PATH; `headers`: lines that end with \r\n.
inline std::string answer(int port, const std::string& path, const std::string& headers) {
  Connection connection(port);
  connection.send("GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
  return connection.rest();
}

}  // namespace lab::tests
