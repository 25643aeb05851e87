import "react";

declare module "react" {
  interface CSSProperties {
    "--tip-x"?: string;
  }
}
