/** @type {import('next').NextConfig} */
export default {
  allowedDevOrigins: ['127.0.0.1'],
  devIndicators: false,
  turbopack: { root: import.meta.dirname },
};
